## template: jinja
#!/bin/sh
echo {{ ds.meta_data.placement.region | default('x') }}
