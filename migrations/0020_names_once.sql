-- The index of names beside what a search asks for begins like this one: two of them were written for every change.
drop index enterprise_by_name;
