using Jarpoint.Cli.Output;

namespace Jarpoint.Cli.Tests.Output;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("jars/plain-1.0.jar", "jars/plain-1.0.jar")]
    [InlineData("jars/größe 🚀.jar", "jars/größe 🚀.jar")]
    [InlineData("two\nlines", "two\\u000alines")]
    [InlineData("\u001b[2Jclear", "\\u001b[2Jclear")]
    [InlineData("raj.\u202egnp", "raj.\\u202egnp")]
    [InlineData("c1\u009bcontrol", "c1\\u009bcontrol")]
    public void Shows_control_and_format_characters_instead_of_obeying_them(string text, string shown)
        => Printable.OneLine(text).ShouldBe(shown);
}
