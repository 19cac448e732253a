#!/bin/sh
set -eu
. /etc/default/kubernetes

apt-get update
apt-get install -y etcd kubernetes-master

cat > /etc/default/kube-apiserver <<END
KUBE_APISERVER_OPTS="--address=$MASTER_ADDRESS --port=$MASTER_PORT --etcd_servers=http://127.0.0.1:4001 --portal_net=10.254.0.0/16"
END
cat > /etc/default/kube-controller-manager <<END
KUBE_CONTROLLER_MANAGER_OPTS="--master=$MASTER_ADDRESS:$MASTER_PORT --machines=$MINIONS"
END
cat > /etc/default/kube-scheduler <<END
KUBE_SCHEDULER_OPTS="--master=$MASTER_ADDRESS:$MASTER_PORT"
END

for service in etcd kube-apiserver kube-controller-manager kube-scheduler; do
  service "$service" restart
done
