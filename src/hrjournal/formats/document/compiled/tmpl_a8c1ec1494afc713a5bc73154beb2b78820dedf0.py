from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'page.html.jinja'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_language = resolve('language')
    l_0_kind = resolve('kind')
    l_0_style_hash = resolve('style_hash')
    l_0_name = resolve('name')
    l_0_style = resolve('style')
    l_0_title = resolve('title')
    l_0_parts = resolve('parts')
    l_0_words = l_0_tables = l_0_figures = l_0_templates = missing
    try:
        t_1 = environment.filters['safe']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'safe' found.")
    pass
    l_0_words = context.vars['words'] = environment.get_template('words.html.jinja', 'page.html.jinja')._get_default_module(context)
    context.exported_vars.discard('words')
    l_0_tables = context.vars['tables'] = environment.get_template('tables.html.jinja', 'page.html.jinja')._get_default_module(context)
    context.exported_vars.discard('tables')
    l_0_figures = context.vars['figures'] = environment.get_template('figures.html.jinja', 'page.html.jinja')._get_default_module(context)
    context.exported_vars.discard('figures')
    l_0_templates = {'words': (undefined(name='words') if l_0_words is missing else l_0_words), 'tables': (undefined(name='tables') if l_0_tables is missing else l_0_tables), 'figures': (undefined(name='figures') if l_0_figures is missing else l_0_figures)}
    context.vars['templates'] = l_0_templates
    context.exported_vars.add('templates')
    yield '<!DOCTYPE html>\n<html lang="'
    yield escape((undefined(name='language') if l_0_language is missing else l_0_language))
    yield '"'
    if (undefined(name='kind') if l_0_kind is missing else l_0_kind):
        pass
        yield ' class="'
        yield escape((undefined(name='kind') if l_0_kind is missing else l_0_kind))
        yield '"'
    yield '>\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'sha256-'
    yield escape((undefined(name='style_hash') if l_0_style_hash is missing else l_0_style_hash))
    yield '\'; img-src \'none\'; script-src \'none\'; base-uri \'none\'; form-action \'none\'">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex, nofollow">\n<meta name="color-scheme" content="light dark">\n<title>'
    yield escape((undefined(name='name') if l_0_name is missing else l_0_name))
    yield '</title>\n<style>'
    yield escape(t_1((undefined(name='style') if l_0_style is missing else l_0_style)))
    yield '</style>\n</head>\n<body>\n<main>\n'
    if (undefined(name='title') if l_0_title is missing else l_0_title):
        pass
        yield '<h1 dir="auto">'
        yield escape((undefined(name='title') if l_0_title is missing else l_0_title))
        yield '</h1>\n'
    for l_1_part in (undefined(name='parts') if l_0_parts is missing else l_0_parts):
        _loop_vars = {}
        pass
        yield escape(context.call(environment.getitem(environment.getitem((undefined(name='templates') if l_0_templates is missing else l_0_templates), environment.getattr(l_1_part, 'template')), environment.getattr(l_1_part, 'macro')), environment.getattr(l_1_part, 'given'), _loop_vars=_loop_vars))
    l_1_part = missing
    yield '</main>\n</body>\n</html>'

blocks = {}
debug_info = '1=25&2=27&3=29&4=31&6=35&9=43&14=45&15=47&19=49&20=52&22=54&23=57'