## template: jinja
#!/bin/sh
{% if ds.meta_data.placement is defined %}
echo {{ ds.meta_data.placement.region }}
{% endif %}
