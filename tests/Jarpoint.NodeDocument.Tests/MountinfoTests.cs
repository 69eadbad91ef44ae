namespace Jarpoint.NodeDocument.Tests;

public sealed class MountinfoTests
{
    [Theory]
    [InlineData("/mnt/s3", "fuse mountpoint-s3 0:51")]
    [InlineData("/mnt/s3-other", "fuse sshfs 0:52")]
    [InlineData("/mnt/with space", "fuse mountpoint-s3 0:53")]
    [InlineData("/mnt/back\\slash", "fuse mountpoint-s3 0:54")]
    [InlineData("/mnt/stacked", "tmpfs tmpfs 0:56")]
    [InlineData("/mnt/s", "")]
    [InlineData("/mnt/s3/", "")]
    [InlineData("/mnt", "")]
    [InlineData("/mnt/gone", "")]
    [InlineData("/mnt/optional", "fuse.s3fs s3fs 0:58")]
    public async Task Finds_what_is_mounted_at_exactly_a_path(string path, string found)
    {
        await using var node = new NodeSandbox();
        var file = node.Write("mountinfo", """
            22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/root rw
            40 22 0:51 / /mnt/s3 ro,nosuid,nodev,noatime shared:20 - fuse mountpoint-s3 ro,user_id=0,group_id=0
            41 22 0:52 / /mnt/s3-other rw shared:21 - fuse sshfs rw
            42 22 0:53 / /mnt/with\040space ro - fuse mountpoint-s3 ro
            43 22 0:54 / /mnt/back\134slash ro - fuse mountpoint-s3 ro
            44 22 0:55 / /mnt/stacked ro - fuse mountpoint-s3 ro
            45 44 0:56 / /mnt/stacked rw - tmpfs tmpfs rw
            46 22 0:57 / /mnt/gone//deleted ro - fuse mountpoint-s3 ro
            47 22 0:58 / /mnt/optional ro shared:3 master:4 propagate_from:5 unbindable - fuse.s3fs s3fs ro
            48 22 0:59 / /else ro - ext4 /mnt ro

            """);
        var run = await node.CallAsync(
            """
            IFS= read -r path
            mountinfo_find "$path" "$(dirname "$0")/mountinfo" || true
            echo "$found_type $found_source $found_device"
            """,
            path + "\n");
        run.Output.Trim().ShouldBe(found, file);
    }

    [Theory]
    [InlineData("fuse", "mountpoint-s3", true)]
    [InlineData("fuse", "s3://jars-bucket/prefix/", true)]
    [InlineData("fuse.s3fs", "s3fs", true)]
    [InlineData("fuse.sshfs", "host:/", false)]
    [InlineData("fuse", "gvfsd", false)]
    [InlineData("tmpfs", "mountpoint-s3", false)]
    [InlineData("fuseblk", "/dev/sda1", false)]
    public async Task Knows_the_mounts_of_mount_s3(string type, string source, bool known)
    {
        await using var node = new NodeSandbox();
        var run = await node.CallAsync($"found_type={type} found_source={source}; found_is_mount_s3 && echo yes || echo no");
        run.Output.Trim().ShouldBe(known ? "yes" : "no");
    }

    [Theory]
    [InlineData("/mnt/a/b", "mnt-a-b")]
    [InlineData("/mnt/a-b", "mnt-a_db")]
    [InlineData("/mnt/a_b", "mnt-a__b")]
    [InlineData("/mnt/a_d", "mnt-a__d")]
    public async Task Names_mountpoints_one_to_one(string path, string name)
    {
        await using var node = new NodeSandbox();
        (await node.CallAsync($"mount_name {path}")).Output.ShouldBe(name);
    }
}
