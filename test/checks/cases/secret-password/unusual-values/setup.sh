#!/bin/bash
DB_PASSWORD='pa$$word'
API_TOKEN=.hidden
SMTP_PASSWORD=#1forever
