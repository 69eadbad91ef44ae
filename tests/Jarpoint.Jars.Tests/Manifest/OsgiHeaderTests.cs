using Jarpoint.Jars.Manifest;

namespace Jarpoint.Jars.Tests.Manifest;

public sealed class OsgiHeaderTests
{
    [Theory]
    [InlineData("Apache-2.0", "Apache-2.0")]
    [InlineData("Apache License, Version 2.0", "Apache License, Version 2.0")]
    [InlineData("Apache License, version 2.0;link=\"https://a/b,c\"", "Apache License, version 2.0")]
    [InlineData("LGPL, v2.1, Apache-2.0", "LGPL, v2.1|Apache-2.0")]
    [InlineData("\"Apache License, Version 2.0\";link=x, MIT", "Apache License, Version 2.0|MIT")]
    [InlineData("https://a/LICENSE.txt,https://b/1", "https://a/LICENSE.txt|https://b/1")]
    [InlineData("MIT, 0BSD, Vim", "MIT|0BSD|Vim")]
    [InlineData(" , ,", "")]
    public void Splits_licences_and_leaves_a_version_with_its_licence(string header, string expected)
        => string.Join('|', OsgiHeader.Values(header)).ShouldBe(expected);
}
