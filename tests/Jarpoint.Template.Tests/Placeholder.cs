using Jarpoint.Tests;

namespace Jarpoint.Template;

public sealed class Placeholder
{
    [Fact]
    public void The_repository_is_found() => Directory.Exists(Repository.Root).ShouldBeTrue();
}
