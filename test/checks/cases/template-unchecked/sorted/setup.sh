## template: jinja
#!/bin/sh
echo {{ ['a', 'b'] | sort | first }}
