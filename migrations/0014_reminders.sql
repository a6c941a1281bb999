-- The day on which a task was last brought to mind without anybody asking, so that it happens once a day.

alter table task add column auto_reminded_on date;
