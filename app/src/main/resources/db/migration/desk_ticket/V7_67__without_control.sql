-- Why a ticket was closed though a control point of its procedure was left out.
alter table ticket.ticket add column without_control text;
