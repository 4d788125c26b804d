create sequence record.number_lvr;
