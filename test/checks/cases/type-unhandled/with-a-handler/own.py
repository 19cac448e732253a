#part-handler
def list_types():
    return ["text/x-own"]


def handle_part(data, kind, name, payload):
    print(name)
