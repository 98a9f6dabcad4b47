update imports.import set state = 'CANCELLED', finished_at = now() where state in ('CHECKING', 'RUNNING');
