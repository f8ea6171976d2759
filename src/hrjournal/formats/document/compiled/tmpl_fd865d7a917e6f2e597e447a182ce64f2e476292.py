from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'tables.html.jinja'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_table = l_0_bar = missing
    try:
        t_1 = environment.tests['none']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No test named 'none' found.")
    pass
    yield '\n'
    def macro(l_1_grid):
        t_2 = []
        if l_1_grid is missing:
            l_1_grid = undefined("parameter 'grid' was not provided", name='grid')
        pass
        if (not environment.getattr(l_1_grid, 'heads')):
            pass
            if environment.getattr(l_1_grid, 'title'):
                pass
                t_2.extend((
                    '<p dir="auto">',
                    escape(environment.getattr(l_1_grid, 'title')),
                    '</p>\n',
                ))
        else:
            pass
            t_2.extend((
                '<div class="scroll" tabindex="0" role="group" aria-label="',
                escape(environment.getattr(l_1_grid, 'name')),
                '">\n<table',
            ))
            if environment.getattr(l_1_grid, 'kind'):
                pass
                t_2.extend((
                    ' class="',
                    escape(environment.getattr(l_1_grid, 'kind')),
                    '"',
                ))
            t_2.append(
                '>\n',
            )
            if environment.getattr(l_1_grid, 'title'):
                pass
                t_2.extend((
                    '<caption dir="auto">',
                    escape(environment.getattr(l_1_grid, 'title')),
                    '</caption>\n',
                ))
            t_2.append(
                '<thead><tr>\n',
            )
            for l_2_head in environment.getattr(l_1_grid, 'heads'):
                _loop_vars = {}
                pass
                if environment.getattr(l_2_head, 'text'):
                    pass
                    t_2.append(
                        '<th scope="col"',
                    )
                    if environment.getattr(l_2_head, 'kind'):
                        pass
                        t_2.extend((
                            ' class="',
                            escape(environment.getattr(l_2_head, 'kind')),
                            '"',
                        ))
                    t_2.extend((
                        ' dir="auto">',
                        escape(environment.getattr(l_2_head, 'text')),
                        '</th>\n',
                    ))
                else:
                    pass
                    t_2.append(
                        '<td></td>\n',
                    )
            l_2_head = missing
            t_2.append(
                '</tr></thead>\n<tbody>\n',
            )
            l_2_loop = missing
            for l_2_row, l_2_loop in LoopContext(environment.getattr(l_1_grid, 'rows'), undefined):
                _loop_vars = {}
                pass
                t_2.append(
                    '<tr>\n',
                )
                l_3_loop = missing
                for (l_3_text, l_3_kind, l_3_share), l_3_loop in LoopContext(l_2_row, undefined):
                    _loop_vars = {}
                    pass
                    if (l_3_kind == 'bar'):
                        pass
                        t_2.extend((
                            '<td class="bar">',
                            escape(context.call((undefined(name='bar') if l_0_bar is missing else l_0_bar), l_3_text, l_3_share, _loop_vars=_loop_vars)),
                            '</td>\n',
                        ))
                    elif (environment.getattr(l_3_loop, 'first') and l_3_text):
                        pass
                        t_2.extend((
                            '<th scope="row" class="',
                            escape(l_3_kind),
                            '" dir="auto">',
                            escape(l_3_text),
                            '</th>\n',
                        ))
                    else:
                        pass
                        t_2.extend((
                            '<td class="',
                            escape(l_3_kind),
                            '" dir="auto">',
                            escape(l_3_text),
                            '</td>\n',
                        ))
                l_3_loop = l_3_text = l_3_kind = l_3_share = missing
                t_2.append(
                    '</tr>\n',
                )
            l_2_loop = l_2_row = missing
            t_2.append(
                '</tbody>\n</table>\n</div>\n',
            )
        return concat(t_2)
    context.exported_vars.add('table')
    context.vars['table'] = l_0_table = Macro(environment, macro, 'table', ('grid',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_text, l_1_share):
        t_3 = []
        l_1_svg = resolve('svg')
        if l_1_text is missing:
            l_1_text = undefined("parameter 'text' was not provided", name='text')
        if l_1_share is missing:
            l_1_share = undefined("parameter 'share' was not provided", name='share')
        pass
        if t_1(l_1_share):
            pass
            t_3.extend((
                '<span class="quiet" aria-hidden="true">·</span><span class="hidden">',
                escape(l_1_text),
                '</span>',
            ))
        else:
            pass
            t_3.extend((
                '<svg viewBox="0 0 ',
                escape(environment.getattr((undefined(name='svg') if l_1_svg is missing else l_1_svg), 'BAR')),
                ' 8" preserveAspectRatio="none" role="img" aria-label="',
                escape(l_1_text),
                '"><rect class="track" width="',
                escape(environment.getattr((undefined(name='svg') if l_1_svg is missing else l_1_svg), 'BAR')),
                '" height="8"/><rect class="length" width="',
                escape(context.call(environment.getattr((undefined(name='svg') if l_1_svg is missing else l_1_svg), 'bar_length'), l_1_share)),
                '" height="8"/></svg>',
            ))
        return concat(t_3)
    context.exported_vars.add('bar')
    context.vars['bar'] = l_0_bar = Macro(environment, macro, 'bar', ('text', 'share'), False, False, False, context.eval_ctx.autoescape)

blocks = {}
debug_info = '3=19&4=24&5=26&6=30&9=37&10=40&11=50&12=54&15=60&16=63&17=68&24=90&26=97&27=100&28=104&29=107&30=111&32=120&43=137&44=145&45=149&47=156'