## template: jinja
#!/bin/sh
echo hello
