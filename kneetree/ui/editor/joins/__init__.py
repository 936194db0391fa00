"""Join panels and forms with the document, the selection and the theme."""
