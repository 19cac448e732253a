## template: jinja
#!/bin/sh
if [ {{ v1.region }} = x ]; then
{% if v1.region %}
fi
{% endif %}
