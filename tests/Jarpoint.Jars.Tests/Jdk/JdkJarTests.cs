using Jarpoint.Jars.Tests.RealJars;
using Jarpoint.Jars.Tests.Support;

namespace Jarpoint.Jars.Tests.Jdk;

public sealed class JdkJarTests : IDisposable
{
    private const int Many = 65_600;

    private const string MainClassOf =
        """
        public class MainClassOf {
            public static void main(String[] jars) throws Exception {
                for (String jar : jars) {
                    try (java.util.jar.JarFile file = new java.util.jar.JarFile(jar)) {
                        System.out.println(file.getManifest().getMainAttributes().getValue("Main-Class"));
                    } catch (java.util.zip.ZipException refused) {
                        System.out.println("refused");
                    }
                }
            }
        }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jarpoint-jdk-");

    [Fact]
    public async Task Counts_a_jar_beyond_65535_entries_that_the_JDK_made()
    {
        var classes = folder.CreateSubdirectory("classes");
        byte[] content = TestEntry.Class("x").Content;
        for (var n = 0; n < Many; n++)
        {
            await File.WriteAllBytesAsync(Path.Combine(classes.FullName, $"C{n}.class"), content,
                TestContext.Current.CancellationToken);
        }

        var jar = Path.Combine(folder.FullName, "many.jar");
        await JdkTool.RunAsync("jar", classes.FullName, "--create", "--no-compress", "--file", jar, "--main-class",
            "a.Main", ".");

        var description = await RealJarFolder.DescribeAsync(jar);

        description.Classes.Count.ShouldBe(Many);
        description.MainClass.ShouldBe("a.Main");
        description.Java.ShouldNotBeNull().Exact.ShouldBeTrue();
        description.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_the_files_of_a_signature_the_JDK_made()
    {
        await File.WriteAllBytesAsync(
            Path.Combine(folder.FullName, "signed.jar"),
            TestJar.WithManifest(TestJar.PlainManifest, TestEntry.Class("a/A")).ToBytes(),
            TestContext.Current.CancellationToken);
        await JdkTool.RunAsync(
            "keytool", folder.FullName, "-genkeypair", "-keyalg", "EC", "-alias", "acme", "-dname", "CN=acme",
            "-keystore", "keys", "-storepass", "password");
        await JdkTool.RunAsync("jarsigner", folder.FullName, "-keystore", "keys", "-storepass", "password",
            "signed.jar", "acme");

        var description = await RealJarFolder.DescribeAsync(Path.Combine(folder.FullName, "signed.jar"));

        description.Signature.ShouldNotBeNull().Files.ShouldBe(["META-INF/ACME.EC", "META-INF/ACME.SF"]);
        description.ManifestSections.ShouldBeEmpty();
    }

    [Fact]
    public async Task Agrees_with_Java_on_duplicate_and_oddly_named_entries()
    {
        static TestEntry Manifest(string main)
            => TestEntry.Text("META-INF/MANIFEST.MF", $"Manifest-Version: 1.0\nMain-Class: {main}\n");
        var duplicate = new TestJar(Manifest("first.Main"), Manifest("last.Main"));
        var lowerCase = new TestJar(Manifest("lower.Main") with { Name = "meta-inf/manifest.mf"u8.ToArray() });
        var foreignName = new TestJar(Manifest("x.Main"), new TestEntry([0xE4, (byte)'a'], []));
        await WriteAsync("1.jar", duplicate);
        await WriteAsync("2.jar", lowerCase);
        await WriteAsync("3.jar", foreignName);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "MainClassOf.java"), MainClassOf,
            TestContext.Current.CancellationToken);

        var java = await JdkTool.RunAsync("java", folder.FullName, "MainClassOf.java", "1.jar", "2.jar", "3.jar");

        java.Split('\n', StringSplitOptions.TrimEntries).ShouldBe(["last.Main", "lower.Main", "refused", ""]);
        (await Reads.DescribeAsync(duplicate)).MainClass.ShouldBe("last.Main");
        (await Reads.DescribeAsync(lowerCase)).MainClass.ShouldBe("lower.Main");
        (await Reads.DescribeAsync(foreignName)).Codes().ShouldContain(JarWarningCode.NameNotUtf8);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private Task WriteAsync(string name, TestJar jar)
        => File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), jar.ToBytes(),
            TestContext.Current.CancellationToken);
}
