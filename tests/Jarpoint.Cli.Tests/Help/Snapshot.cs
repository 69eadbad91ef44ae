namespace Jarpoint.Cli.Tests.Help;

/// <summary>Texts that people read, kept beside this file. <c>JARPOINT_UPDATE_SNAPSHOT=1</c> writes them anew.</summary>
internal static class Snapshot
{
    public static void ShouldBeKept(this string text, string name)
    {
        var path = Path.Combine(Repository.Root, "tests", "Jarpoint.Cli.Tests", "Help", $"{name}.txt");
        if (Environment.GetEnvironmentVariable("JARPOINT_UPDATE_SNAPSHOT") == "1")
        {
            File.WriteAllText(path, text);
        }

        File.Exists(path).ShouldBeTrue($"{path} is not there: set JARPOINT_UPDATE_SNAPSHOT=1 and review it.");
        text.ShouldBe(File.ReadAllText(path), $"{name} has changed: set JARPOINT_UPDATE_SNAPSHOT=1 and review the difference.");
    }
}
