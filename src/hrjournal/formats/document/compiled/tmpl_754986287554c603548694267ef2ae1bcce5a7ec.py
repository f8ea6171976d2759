from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'words.html.jinja'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_heading = l_0_text = l_0_note = l_0_wins = l_0_facts = l_0_listing = missing
    pass
    yield '\n'
    def macro(l_1_text):
        t_1 = []
        if l_1_text is missing:
            l_1_text = undefined("parameter 'text' was not provided", name='text')
        pass
        t_1.extend((
            '<h2 dir="auto">',
            escape(l_1_text),
            '</h2>\n',
        ))
        return concat(t_1)
    context.exported_vars.add('heading')
    context.vars['heading'] = l_0_heading = Macro(environment, macro, 'heading', ('text',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_lines):
        t_2 = []
        if l_1_lines is missing:
            l_1_lines = undefined("parameter 'lines' was not provided", name='lines')
        pass
        t_2.append(
            '<p dir="auto">',
        )
        l_2_loop = missing
        for l_2_line, l_2_loop in LoopContext(l_1_lines, undefined):
            _loop_vars = {}
            pass
            t_2.append(
                escape(l_2_line),
            )
            if (not environment.getattr(l_2_loop, 'last')):
                pass
                t_2.append(
                    '<br>',
                )
        l_2_loop = l_2_line = missing
        t_2.append(
            '</p>\n',
        )
        return concat(t_2)
    context.exported_vars.add('text')
    context.vars['text'] = l_0_text = Macro(environment, macro, 'text', ('lines',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_given):
        t_3 = []
        l_1_text = l_0_text
        l_1_tone = l_1_word = missing
        if l_1_given is missing:
            l_1_given = undefined("parameter 'given' was not provided", name='given')
        pass
        (l_1_tone, l_1_word, l_1_text) = l_1_given
        t_3.extend((
            '<p class="note ',
            escape((undefined(name='tone') if l_1_tone is missing else l_1_tone)),
            '" dir="auto">',
        ))
        if ((undefined(name='tone') if l_1_tone is missing else l_1_tone) == 'safety'):
            pass
            t_3.extend((
                '<strong>',
                escape((undefined(name='word') if l_1_word is missing else l_1_word)),
                ':</strong> ',
            ))
        t_3.extend((
            '<bdi>',
            escape((undefined(name='text') if l_1_text is missing else l_1_text)),
            '</bdi></p>\n',
        ))
        return concat(t_3)
    context.exported_vars.add('note')
    context.vars['note'] = l_0_note = Macro(environment, macro, 'note', ('given',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_given):
        t_4 = []
        l_1_word = l_1_texts = missing
        if l_1_given is missing:
            l_1_given = undefined("parameter 'given' was not provided", name='given')
        pass
        (l_1_word, l_1_texts) = l_1_given
        t_4.append(
            '<ul class="wins">\n',
        )
        for l_2_text in (undefined(name='texts') if l_1_texts is missing else l_1_texts):
            _loop_vars = {}
            pass
            t_4.extend((
                '<li dir="auto"><span class="hidden">',
                escape((undefined(name='word') if l_1_word is missing else l_1_word)),
                ': </span>',
                escape(l_2_text),
                '</li>\n',
            ))
        l_2_text = missing
        t_4.append(
            '</ul>\n',
        )
        return concat(t_4)
    context.exported_vars.add('wins')
    context.vars['wins'] = l_0_wins = Macro(environment, macro, 'wins', ('given',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_rows):
        t_5 = []
        if l_1_rows is missing:
            l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
        pass
        t_5.append(
            '<dl class="facts">\n',
        )
        for (l_2_name, l_2_value) in l_1_rows:
            _loop_vars = {}
            pass
            t_5.extend((
                '<div><dt dir="auto">',
                escape(l_2_name),
                '</dt><dd dir="auto">',
                escape(l_2_value),
                '</dd></div>\n',
            ))
        l_2_name = l_2_value = missing
        t_5.append(
            '</dl>\n',
        )
        return concat(t_5)
    context.exported_vars.add('facts')
    context.vars['facts'] = l_0_facts = Macro(environment, macro, 'facts', ('rows',), False, False, False, context.eval_ctx.autoescape)
    yield '\n'
    def macro(l_1_given):
        t_6 = []
        l_1_items = l_1_numbered = missing
        if l_1_given is missing:
            l_1_given = undefined("parameter 'given' was not provided", name='given')
        pass
        (l_1_items, l_1_numbered) = l_1_given
        t_6.extend((
            '<',
            escape(('ol' if (undefined(name='numbered') if l_1_numbered is missing else l_1_numbered) else 'ul')),
            '>\n',
        ))
        for l_2_item in (undefined(name='items') if l_1_items is missing else l_1_items):
            _loop_vars = {}
            pass
            t_6.extend((
                '<li dir="auto">',
                escape(l_2_item),
                '</li>\n',
            ))
        l_2_item = missing
        t_6.extend((
            '</',
            escape(('ol' if (undefined(name='numbered') if l_1_numbered is missing else l_1_numbered) else 'ul')),
            '>\n',
        ))
        return concat(t_6)
    context.exported_vars.add('listing')
    context.vars['listing'] = l_0_listing = Macro(environment, macro, 'listing', ('given',), False, False, False, context.eval_ctx.autoescape)

blocks = {}
debug_info = '3=13&4=20&7=27&9=36&13=55&14=62&15=65&18=84&19=90&21=94&22=99&27=112&29=120&30=125&35=138&36=144&37=147&38=150&39=155&41=161'