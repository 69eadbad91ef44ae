using Jarpoint.Page.Tests.Browsing;

[assembly: AssemblyFixture(typeof(Chromium))]
