## template: jinja
#!/bin/sh
echo {{ v1.site | default('x') }}
