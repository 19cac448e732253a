## template: jinja
#!/bin/sh
echo {{ ds.meta_data.local_hostname }}
