import { checkDiagnostics } from '../support/fixture.ts'

describe('excel-mangled-gene', () => {
  it('looks along the column of a table and through lists of symbols', () =>
    checkDiagnostics(
      `//- paper.md
| Patient | Surgery | Gene |
|---------|---------|------|
| 1       | 2-Sep   | TP53 |
| 2       | 14-Mar  | KRAS |

| Number | Symbol   |
|--------|----------|
| 1      | TP53     |
| 2      | *Sep-07* |
            ^^^^^^ error excel-mangled-gene: A spreadsheet has made a date of a gene symbol, perhaps of SEPTIN7; restore it from the source.
| 3      | KRAS     |

Up were CDH1, 1-Mar and VIM. Visits on 1-Mar, 7-Sep and 2-Dec (EGFR, 2-Sep) and (KRAS, 3-Sep).
              ^^^^^ error excel-mangled-gene: A spreadsheet has made a date of a gene symbol, perhaps of MARCHF1; restore it from the source.
`,
      { only: 'excel-mangled-gene' },
    ))

  it('takes the word of the head of a column', () =>
    checkDiagnostics(
      `//- paper.md
| Gene    | Change |
|---------|-------:|
| TP53    | 1.2 |
| 1-Mar   | 2.2 |
  ^^^^^ error excel-mangled-gene: A spreadsheet has made a date of a gene symbol, perhaps of MARCHF1; restore it from the source.
| Sept-07 | 0.1 |
  ^^^^^^^ error excel-mangled-gene: A spreadsheet has made a date of a gene symbol, perhaps of SEPTIN7; restore it from the source.

| Target | Value |
|--------|------:|
| 1-Mar  | 2.2 |
| 2-Sep  | 0.1 |
`,
      { only: 'excel-mangled-gene' },
    ))

  it('knows the symbols of mice by their digits, and visits and figures by theirs', () =>
    checkDiagnostics(
      `//- paper.md
It is known as Smbp2, 2-Sep, Gf1 or Catf1. Seen on Day1, 2-Sep and Day3, and in Fig1, 2-Sep and Fig2.
                      ^^^^^ error excel-mangled-gene: A spreadsheet has made a date of a gene symbol, perhaps of SEPTIN2; restore it from the source.
`,
      { only: 'excel-mangled-gene' },
    ))

  it('knows the days that spreadsheets count, ISO dates and powers of ten', () =>
    checkDiagnostics(
      `//- paper.md
| Gene       | Change |
|------------|--------|
| TP53       | 43891  |
| KRAS       | 1.2    |
| 2020-09-07 | 1.3    |
  ^^^^^^^^^^ error excel-mangled-gene: A spreadsheet has made a date of a gene symbol, perhaps of SEPTIN7; restore it from the source.
| 43891      | 2.1    |
  ^^^^^ error excel-mangled-gene: A spreadsheet has made a date of a gene symbol, perhaps of MARCHF1; restore it from the source.
| 2.31E+13   | 2.2    |
  ^^^^^^^^ error excel-mangled-gene: A spreadsheet has made a number of a gene symbol, perhaps of a RIKEN identifier; restore it from the source.
| 4-Oct      | 2.4    |
  ^^^^^ error excel-mangled-gene: A spreadsheet has made a date of a gene symbol, perhaps of OCT4; restore it from the source.
| 2020-05-07 | 2.3    |

| Entrez | Gene |
|--------|------|
| 7157   | TP53 |
| 43891  | KRAS |
| TP63   | TP73 |
`,
      { only: 'excel-mangled-gene' },
    ))

  it('takes no date of a real event, and no protein with a hyphen, for one', () =>
    checkDiagnostics(
      `//- paper.md
Antibodies bound TP53, SEPT-9, *SEPT9* and DEC-1, KRAS.

| Patient | Last visit |
|---------|------------|
| TP53    | 1-Mar      |
| A1      | M12        |
| A2      | M24        |

| Country | Approved | Agency |
|---------|----------|--------|
| US      | 2-Sep    | FDA    |
| EU      | 1-Mar    | EMA    |

| Patient | Death |
|---------|-------|
| 1       | NA    |
| 2       | ND    |
| 3       | 3-Mar |
| 4       | LTFU  |
`,
      { only: 'excel-mangled-gene' },
    ))

  it('parts tables at a blank line, whatever the line ends', () =>
    checkDiagnostics(
      '//- paper.md\n| Gene |\n|------|\n| TP53 |\n| KRAS |\n\n| Gene |\n|------|\n| 1-Mar |\n'.replace(
        /(?<!md)\n/g,
        '\r\n',
      ),
      { only: 'excel-mangled-gene' },
    ))
})
