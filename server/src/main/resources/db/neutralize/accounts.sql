-- Everybody signs in again, nobody by a token, a remembered browser or the secret of a second factor.
delete from accounts.spring_session;
delete from accounts.device;
update accounts.token set expires_on = least(expires_on, current_date - 1);
delete from accounts.second_factor;
update accounts.sign_in_rules set second_factor = 'OPTIONAL' where second_factor <> 'OPTIONAL';
