using System.Text;
using Jarpoint.Jars.Content;

namespace Jarpoint.Jars.Tests.Contents;

public sealed class PropertiesFileTests
{
    [Theory]
    [InlineData("version=1.0", "1.0")]
    [InlineData("  version : 1.0  ", "1.0")]
    [InlineData("version 1.0", "1.0")]
    [InlineData("version=1.\\\n   0", "1.0")]
    [InlineData("version=\\u0031.0", "1.0")]
    [InlineData("version=a\\:b\\=c\\ d", "a:b=c d")]
    [InlineData("version=a\\\\b", "a\\b")]
    [InlineData("version=\\u12", "u12")]
    [InlineData("version=a\\", "a")]
    [InlineData("#version=2\n!version=3\rversion=1", "1")]
    public void Reads_a_value_as_Java_does(string text, string value)
        => PropertiesFile.Parse(Encoding.UTF8.GetBytes(text))["version"].ShouldBe(value);
}
