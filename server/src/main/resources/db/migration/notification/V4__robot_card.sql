-- What a robot is called, for whoever reads a rule that names it or agrees to one; nothing else of it.
create view notification.robot_card as select id, name from notification.robot;
