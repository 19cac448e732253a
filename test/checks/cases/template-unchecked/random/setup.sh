## template: jinja
#!/bin/sh
echo {{ ['a', 'b'] | random }}
