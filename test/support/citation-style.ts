/** A small style of our own in the Citation Style Language: authors, an italic journal, the year in bold. */
export const STYLE = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info>
    <title>Stroma for tests</title>
    <id>stroma-tests</id>
    <updated>2026-01-01T00:00:00+00:00</updated>
  </info>
  <citation><layout><text variable="citation-number"/></layout></citation>
  <bibliography second-field-align="flush">
    <layout suffix=".">
      <text variable="citation-number" suffix=") "/>
      <names variable="author" suffix=": "><name form="short" and="symbol" et-al-min="4" et-al-use-first="1"/></names>
      <text variable="title" quotes="true" suffix=" "/>
      <text variable="container-title" font-style="italic" suffix=" "/>
      <date variable="issued" font-weight="bold"><date-part name="year"/></date>
    </layout>
  </bibliography>
</style>
`
