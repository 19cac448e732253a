## template: jinja
#!/bin/sh
{% if v1.region %}
echo
{% endif %}
