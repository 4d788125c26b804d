create sequence record.number_apl;
