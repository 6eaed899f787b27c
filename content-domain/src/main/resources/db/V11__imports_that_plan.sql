-- An import opens its job before it reads the files.

alter table import_job alter column files drop not null;                       -- null until the plan is made
alter table import_job add column reason text;                                 -- why nothing was written, in a sentence

alter table import_source alter column left_out drop not null;                 -- null until a plan was made to be applied
