#!/bin/sh
set -eu
. /etc/default/kubernetes

apt-get update
apt-get install -y docker.io kubernetes-node

cat > /etc/default/kubelet <<END
KUBELET_OPTS="--address=$MINION_ADDRESS --hostname_override=$MINION_ADDRESS --api_servers=$MASTER_ADDRESS:$MASTER_PORT"
END
cat > /etc/default/kube-proxy <<END
KUBE_PROXY_OPTS="--master=http://$MASTER_ADDRESS:$MASTER_PORT"
END

for service in docker kubelet kube-proxy; do
  service "$service" restart
done
