"""The report as a PDF: text that can be searched, drawn lines, pages that break well."""
