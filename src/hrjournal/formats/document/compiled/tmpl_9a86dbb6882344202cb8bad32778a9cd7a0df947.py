from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'figures.html.jinja'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_sparks = l_0_line = l_0_calendar = l_0_sign = missing
    pass
    yield '\n'
    def macro(l_1_run):
        t_1 = []
        if l_1_run is missing:
            l_1_run = undefined("parameter 'run' was not provided", name='run')
        pass
        t_1.append(
            '<dl class="sparks">\n',
        )
        for l_2_spark in l_1_run:
            _loop_vars = {}
            pass
            t_1.extend((
                '<div><dt dir="auto">',
                escape(environment.getattr(l_2_spark, 'name')),
                '</dt>\n<dd>',
                escape(context.call((undefined(name='line') if l_0_line is missing else l_0_line), l_2_spark, _loop_vars=_loop_vars)),
            ))
            if environment.getattr(l_2_spark, 'words'):
                pass
                t_1.extend((
                    '<span dir="auto">',
                    escape(environment.getattr(l_2_spark, 'words')),
                    '</span>',
                ))
            t_1.append(
                '</dd></div>\n',
            )
        l_2_spark = missing
        t_1.append(
            '</dl>\n',
        )
        return concat(t_1)
    context.exported_vars.add('sparks')
    context.vars['sparks'] = l_0_sparks = Macro(environment, macro, 'sparks', ('run',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_spark):
        t_2 = []
        l_1_svg = resolve('svg')
        if l_1_spark is missing:
            l_1_spark = undefined("parameter 'spark' was not provided", name='spark')
        pass
        t_2.extend((
            '<svg viewBox="0 0 ',
            escape(context.call(environment.getattr((undefined(name='svg') if l_1_svg is missing else l_1_svg), 'line_width'), environment.getattr(l_1_spark, 'shares'))),
            ' ',
            escape(environment.getattr((undefined(name='svg') if l_1_svg is missing else l_1_svg), 'HEIGHT')),
            '" preserveAspectRatio="none" role="img" aria-label="',
            escape(context.call(environment.getattr((undefined(name='svg') if l_1_svg is missing else l_1_svg), 'line_words'), environment.getattr(l_1_spark, 'shares'))),
            '"><path class="ground" d="M0 ',
            escape(environment.getattr((undefined(name='svg') if l_1_svg is missing else l_1_svg), 'HEIGHT')),
            ' H',
            escape(context.call(environment.getattr((undefined(name='svg') if l_1_svg is missing else l_1_svg), 'line_width'), environment.getattr(l_1_spark, 'shares'))),
            '"/><path class="line" d="',
            escape(context.call(environment.getattr((undefined(name='svg') if l_1_svg is missing else l_1_svg), 'line_path'), environment.getattr(l_1_spark, 'shares'))),
            '"/><path class="last" d="',
            escape(context.call(environment.getattr((undefined(name='svg') if l_1_svg is missing else l_1_svg), 'last_point'), environment.getattr(l_1_spark, 'shares'))),
            '"/></svg>',
        ))
        return concat(t_2)
    context.exported_vars.add('line')
    context.vars['line'] = l_0_line = Macro(environment, macro, 'line', ('spark',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_given):
        t_3 = []
        l_1_months = l_1_legend = l_1_steps = l_1_signs = missing
        if l_1_given is missing:
            l_1_given = undefined("parameter 'given' was not provided", name='given')
        pass
        (l_1_months, l_1_legend) = l_1_given
        l_1_steps = [context.call((undefined(name='sign') if l_0_sign is missing else l_0_sign), 'unknown', 0), context.call((undefined(name='sign') if l_0_sign is missing else l_0_sign), 'some', 1), context.call((undefined(name='sign') if l_0_sign is missing else l_0_sign), 'some', 2), context.call((undefined(name='sign') if l_0_sign is missing else l_0_sign), 'some', 3), context.call((undefined(name='sign') if l_0_sign is missing else l_0_sign), 'some', 4)]
        l_1_signs = {'unwritten': [context.call((undefined(name='sign') if l_0_sign is missing else l_0_sign), 'unwritten', 0)], 'none': [context.call((undefined(name='sign') if l_0_sign is missing else l_0_sign), 'none', 0)], 'unknown': (undefined(name='steps') if l_1_steps is missing else l_1_steps), 'some': (undefined(name='steps') if l_1_steps is missing else l_1_steps)}
        t_3.append(
            '<div class="months">\n',
        )
        for (l_2_title, l_2_heads, l_2_weeks) in (undefined(name='months') if l_1_months is missing else l_1_months):
            _loop_vars = {}
            pass
            t_3.append(
                '<table class="month">\n',
            )
            if l_2_title:
                pass
                t_3.extend((
                    '<caption dir="auto">',
                    escape(l_2_title),
                    '</caption>\n',
                ))
            if l_2_heads:
                pass
                t_3.append(
                    '<thead><tr>',
                )
                for l_3_head in l_2_heads:
                    _loop_vars = {}
                    pass
                    t_3.extend((
                        '<th scope="col" dir="auto">',
                        escape(l_3_head),
                        '</th>',
                    ))
                l_3_head = missing
                t_3.append(
                    '</tr></thead>\n',
                )
            t_3.append(
                '<tbody>\n',
            )
            for l_3_week in l_2_weeks:
                _loop_vars = {}
                pass
                t_3.append(
                    '<tr>\n',
                )
                for (l_4_number, l_4_kind, l_4_step, l_4_event, l_4_words) in l_3_week:
                    _loop_vars = {}
                    pass
                    if (l_4_kind == 'outside'):
                        pass
                        t_3.append(
                            '<td></td>\n',
                        )
                    else:
                        pass
                        t_3.extend((
                            '<td class="day ',
                            escape(l_4_kind),
                        ))
                        if l_4_step:
                            pass
                            t_3.extend((
                                ' step-',
                                escape(l_4_step),
                            ))
                        t_3.extend((
                            '"><span class="number">',
                            escape(l_4_number),
                            '</span>',
                        ))
                        if l_4_event:
                            pass
                            t_3.append(
                                '<span class="event" aria-hidden="true">*</span>',
                            )
                        t_3.extend((
                            escape(environment.getitem(environment.getitem((undefined(name='signs') if l_1_signs is missing else l_1_signs), l_4_kind), l_4_step)),
                            '<span class="hidden" dir="auto">: ',
                            escape(l_4_words),
                            '</span></td>\n',
                        ))
                l_4_number = l_4_kind = l_4_step = l_4_event = l_4_words = missing
                t_3.append(
                    '</tr>\n',
                )
            l_3_week = missing
            t_3.append(
                '</tbody>\n</table>\n',
            )
        l_2_title = l_2_heads = l_2_weeks = missing
        t_3.append(
            '</div>\n',
        )
        if (undefined(name='legend') if l_1_legend is missing else l_1_legend):
            pass
            t_3.append(
                '<ul class="legend">\n',
            )
            for (l_2_kind, l_2_meaning) in (undefined(name='legend') if l_1_legend is missing else l_1_legend):
                _loop_vars = {}
                pass
                t_3.append(
                    '<li>',
                )
                if (l_2_kind == 'some'):
                    pass
                    for l_3_step in (1, 2, 3, 4):
                        _loop_vars = {}
                        pass
                        t_3.extend((
                            '<span class="day some step-',
                            escape(l_3_step),
                            '">',
                            escape(environment.getitem(environment.getitem((undefined(name='signs') if l_1_signs is missing else l_1_signs), l_2_kind), l_3_step)),
                            '</span>',
                        ))
                    l_3_step = missing
                elif (l_2_kind == 'event'):
                    pass
                    t_3.append(
                        '<span class="event">*</span>',
                    )
                else:
                    pass
                    t_3.extend((
                        '<span class="day ',
                        escape(l_2_kind),
                        '">',
                        escape(environment.getitem(environment.getitem((undefined(name='signs') if l_1_signs is missing else l_1_signs), l_2_kind), 0)),
                        '</span>',
                    ))
                t_3.extend((
                    ' ',
                    escape(l_2_meaning),
                    '</li>\n',
                ))
            l_2_kind = l_2_meaning = missing
            t_3.append(
                '</ul>\n',
            )
        return concat(t_3)
    context.exported_vars.add('calendar')
    context.vars['calendar'] = l_0_calendar = Macro(environment, macro, 'calendar', ('given',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_kind, l_1_step):
        t_4 = []
        l_1_svg = resolve('svg')
        if l_1_kind is missing:
            l_1_kind = undefined("parameter 'kind' was not provided", name='kind')
        if l_1_step is missing:
            l_1_step = undefined("parameter 'step' was not provided", name='step')
        pass
        if (l_1_kind == 'unknown'):
            pass
            t_4.append(
                '<span class="sign" aria-hidden="true">?</span>',
            )
        else:
            pass
            t_4.append(
                '<svg class="sign" viewBox="0 0 15 9" aria-hidden="true">',
            )
            if (l_1_kind == 'unwritten'):
                pass
                t_4.append(
                    '<circle cx="7.5" cy="4.5" r="1.2"/>',
                )
            elif (l_1_kind == 'none'):
                pass
                t_4.append(
                    '<circle class="ring" cx="7.5" cy="4.5" r="3.4"/>',
                )
            else:
                pass
                t_4.extend((
                    '<path d="',
                    escape(context.call(environment.getattr((undefined(name='svg') if l_1_svg is missing else l_1_svg), 'level_path'), 0, l_1_step)),
                    '"/>',
                ))
                if (l_1_step < environment.getattr((undefined(name='svg') if l_1_svg is missing else l_1_svg), 'LEVELS')):
                    pass
                    t_4.extend((
                        '<path class="open" d="',
                        escape(context.call(environment.getattr((undefined(name='svg') if l_1_svg is missing else l_1_svg), 'level_path'), l_1_step, environment.getattr((undefined(name='svg') if l_1_svg is missing else l_1_svg), 'LEVELS'))),
                        '"/>',
                    ))
            t_4.append(
                '</svg>',
            )
        return concat(t_4)
    context.exported_vars.add('sign')
    context.vars['sign'] = l_0_sign = Macro(environment, macro, 'sign', ('kind', 'step'), False, False, False, context.eval_ctx.autoescape)

blocks = {}
debug_info = '3=13&5=21&6=26&7=28&12=48&13=56&16=75&17=81&19=82&20=83&22=87&24=93&25=97&27=100&28=105&31=120&33=126&34=129&37=138&46=174&48=179&49=185&55=225&56=233&60=243&62=248&65=257'