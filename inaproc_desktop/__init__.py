"""The desktop application: views, services, storage, remote, sync, and the bridge between threads."""
