update company.settings set trial_copy = true where not trial_copy;
