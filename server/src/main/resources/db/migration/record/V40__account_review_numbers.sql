create sequence record.number_arv;
