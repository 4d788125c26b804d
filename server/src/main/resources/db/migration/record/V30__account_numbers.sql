create sequence record.number_acr;
