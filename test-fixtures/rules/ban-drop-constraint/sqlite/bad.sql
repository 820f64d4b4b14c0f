DROP INDEX customers_mail;
