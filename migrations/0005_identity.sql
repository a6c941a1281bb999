-- Accounts and sessions (of no zone: a person may work in several), and what an account may do in a zone.

create table auth_user (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  username text unique,
  "displayUsername" text,
  "twoFactorEnabled" boolean default false,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
comment on table auth_user is 'reference table';

create table auth_session (
  id text primary key,
  "userId" text not null references auth_user (id),
  token text not null unique,
  "expiresAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index auth_session_by_user on auth_session ("userId");
comment on table auth_session is 'reference table';

create table auth_account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth_user (id),
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index auth_account_by_user on auth_account ("userId");
comment on table auth_account is 'reference table';

create table auth_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index auth_verification_by_identifier on auth_verification (identifier);
comment on table auth_verification is 'reference table';

create table auth_two_factor (
  id text primary key,
  "userId" text not null references auth_user (id),
  secret text not null,
  "backupCodes" text not null,
  verified boolean default true,
  "failedVerificationCount" int default 0,
  "lockedUntil" timestamptz
);
create index auth_two_factor_by_user on auth_two_factor ("userId");
comment on table auth_two_factor is 'reference table';

-- What the sign-in library does not know: whether a password must be changed, and which it may not be again.
create table auth_security (
  user_id text primary key references auth_user (id),
  must_change boolean not null default true,
  password_changed_at timestamptz not null default now(),
  old_passwords text[] not null default '{}',
  disabled_at timestamptz
);
comment on table auth_security is 'reference table';

-- Attempts to sign in, by account name and by address; an attempt counts before its password is looked at.
create table auth_attempt (
  key text primary key,
  attempts int not null,
  locked_until timestamptz,
  updated_at timestamptz not null
);
comment on table auth_attempt is 'reference table';

-- One role per account and zone: the three administrators exclude one another by this key.
create table membership (
  zone_id text not null,
  user_id text not null,
  role text not null,
  office_id uuid,
  park_ids uuid[] not null default '{}',
  enterprise_ids uuid[] not null default '{}',
  state text not null default 'proposed' check (state in ('proposed', 'active', 'ended')),
  proposed_by text not null,
  approved_by text,
  version int not null default 1,
  primary key (zone_id, user_id),
  foreign key (zone_id, office_id) references office (zone_id, office_id),
  check (approved_by is null or approved_by <> proposed_by),
  check (approved_by is null or approved_by <> user_id)
);
create index membership_by_user on membership (user_id);
call protect_by_zone('membership', 'select, insert, update');

create table api_token (
  zone_id text not null,
  token_id uuid not null,
  name text not null,
  token_hash text not null,
  scopes text[] not null,
  office_id uuid not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (zone_id, token_id),
  foreign key (zone_id, office_id) references office (zone_id, office_id)
);
create unique index api_token_by_hash on api_token (zone_id, token_hash);
call protect_by_zone('api_token', 'select, insert, update');

comment on table zone is 'reference table';

-- Where attempts of nobody we know are written down.
insert into zone (zone_id, name) values ('system', '系统');
insert into audit_head (zone_id, seq, hash) values ('system', 0, repeat('0', 64));

-- What the administrators of a zone see of the accounts of its members, and of no others. The views run as the owner,
-- because the application's role has no right to the tables of accounts.
create view account_of_member as
  select distinct u.id as user_id, u.username, u.name, s.disabled_at is not null as disabled,
         coalesce(u."twoFactorEnabled", false) as two_factor,
         exists (select 1 from auth_attempt t where t.key = 'account ' || u.username and t.locked_until > now())
           or exists (select 1 from auth_two_factor f where f."userId" = u.id and f."lockedUntil" > now()) as locked
  from auth_user u
  join auth_security s on s.user_id = u.id
  join membership m on m.user_id = u.id and m.zone_id = current_setting('app.zone', true);
grant select on account_of_member to mujun_app;

create view session_of_member as
  select m.zone_id, t."userId" as user_id, t.id as session_id, coalesce(t."ipAddress", '') as address,
         coalesce(t."userAgent", '') as agent, t."createdAt" as created_at, t."expiresAt" as expires_at
  from auth_session t
  join membership m on m.user_id = t."userId" and m.zone_id = current_setting('app.zone', true);
grant select on session_of_member to mujun_app;
