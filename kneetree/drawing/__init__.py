"""What reports and exports share without Qt: text widths, markup, icons and colours."""
