"""Documents for office programs, made from the HTML of paper documents. Nothing else imports their libraries."""
