// This file holds the style of pictures.

package picture

// Style is the same for all pictures; its rules begin with the class of a picture, so that they reach nothing else on a page.
const Style = `
.uml{--paper:#fff;--ink:#1d1f24;--soft:#565c66;--box:#fff;--head:#1d1f24;--root:#eaf0f8;--type:#f4f3ef;--new:#1b6b3a;--gone:#b3261e;--changed:#8a5a00;font:12px Arial,"Liberation Sans",Arimo,Helvetica,sans-serif}
@media (prefers-color-scheme:dark){.uml{--paper:#15171b;--ink:#e8e6e1;--soft:#a9aeb7;--box:#1e2126;--head:#e8e6e1;--root:#26344a;--type:#282c33;--new:#7fd1a0;--gone:#ff8a80;--changed:#f2b84b}}
@media print{.uml{--paper:#fff;--ink:#000;--soft:#000;--box:#fff;--head:#000;--root:#fff;--type:#fff;--new:#000;--gone:#000;--changed:#000}}
.uml .paper{fill:var(--paper);stroke:none}
.uml rect{fill:var(--box);stroke:var(--head);stroke-width:1}
.uml .root>rect{fill:var(--root);stroke-width:2.5}
.uml .element>rect{stroke-dasharray:5 3}
.uml .datatype>rect{fill:var(--type)}
.uml path{fill:none;stroke:var(--soft);stroke-width:1.1}
.uml .rule{stroke:var(--head);stroke-width:1}
.uml .open,.uml .closed{stroke:var(--ink);stroke-width:1.2}
.uml .closed{fill:var(--paper)}
.uml text{fill:var(--ink);font-size:12px;white-space:pre;user-select:text}
.uml .name{font-weight:bold;font-size:13px;text-anchor:middle}
.uml .note{font-size:10.5px;text-anchor:middle;fill:var(--soft)}
.uml .abstract{font-style:italic}
.uml .occurs,.uml .constraint{fill:var(--soft)}
.uml a{cursor:pointer}
.uml a:hover text,.uml a:focus-visible text{text-decoration:underline}
.uml a:focus-visible{outline:2px solid var(--ink);outline-offset:1px}
.uml .new>rect,.uml .link.new>path{stroke:var(--new);stroke-width:2.2}
.uml .gone>rect,.uml .link.gone>path{stroke:var(--gone);stroke-width:1.6;stroke-dasharray:3 3}
.uml .changed>rect,.uml .link.changed>path{stroke:var(--changed);stroke-width:2.2}
.uml .row.new text,.uml .link.new text,.uml .new>a>.name{fill:var(--new)}
.uml .row.gone text,.uml .link.gone text,.uml .gone>a>.name{fill:var(--gone);text-decoration:line-through}
.uml .row.changed text,.uml .link.changed text,.uml .changed>a>.name{fill:var(--changed)}
.uml .row.new tspan,.uml .link.new tspan,.uml .row.gone tspan,.uml .link.gone tspan,.uml .row.changed tspan,.uml .link.changed tspan{fill:inherit}
.uml :target>rect{stroke-width:3}
`
