## template: jinja
#!/bin/sh
echo {{ v1.site.name | default('x') }}
